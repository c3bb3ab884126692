# Coro 6.57: a waiter that throw has ended stays in its Coro::Signal, and takes the next send from whoever waits (CAN-1, EVT-2).
# Run: perl model/adapters/coro/findings/thrown_waiter_takes_a_signal.pl
use strict;
use warnings;
use Coro;
for my $throws (0, 1) {
   my $woken = 0;
   for (1 .. 40) {
      my $signal = Coro::Signal->new;
      my $first = async { eval { ($throws ? $signal : Coro::Signal->new)->wait }; cede for 1 .. 5 };
      async { $signal->wait; $woken++ };
      cede;
      $first->throw("cancelled");
      $first->ready; # it leaves its wait
      cede;
      $signal->send; # one other waits
      cede for 1 .. 5;
   }
   print $throws ? "behind one that was thrown out: " : "alone: ", "$woken of 40 waiters were woken by send\n";
}
