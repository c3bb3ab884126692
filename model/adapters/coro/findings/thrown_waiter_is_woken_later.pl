# Coro 6.57: a waiter that throw has ended stays in its Coro::Signal, whose broadcast readies it in whatever it does then
# (CAN-1; CAN-5 if it was a limit that threw).
# Run: perl model/adapters/coro/findings/thrown_waiter_is_woken_later.pl
use strict;
use warnings;
use Coro;
for my $broadcasts (0, 1) {
   my $early = 0;
   for (1 .. 40) {
      my ($signal, $returned) = (Coro::Signal->new, 0);
      my $task = async { eval { $signal->wait }; Coro::schedule; $returned = 1 };
      cede;
      $task->throw("cancelled");
      $task->ready; # it leaves its wait, and sleeps until somebody readies it
      cede;
      $signal->broadcast if $broadcasts; # nobody waits
      cede for 1 .. 5;
      $early += $returned;
   }
   print $broadcasts ? "with" : "without", " a broadcast: $early of 40 threads were readied, though nobody else did it\n";
}
