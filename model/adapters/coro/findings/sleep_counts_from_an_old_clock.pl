# Coro 6.57 with EV 4.33: a sleep counts from the loop's last look at its clock, and ends early behind a busy time (LOP-2,
# CAN-5). EV documents that; AnyEvent->now_update before the sleep is the cure, and the adapter calls it.
# Run: perl model/adapters/coro/findings/sleep_counts_from_an_old_clock.pl
use strict;
use warnings;
use AnyEvent;
use Coro;
use Coro::AnyEvent;
use Time::HiRes qw(time);
sub busy { my $end = time + $_[0]; 1 while time < $end }
for my $updates (0, 1) {
   my $early = 0;
   for (1 .. 40) {
      busy(0.01);
      AnyEvent->now_update if $updates;
      my $begun = time;
      Coro::AnyEvent::sleep(0.015);
      $early++ if time - $begun < 0.01;
   }
   print $updates ? "with" : "without", " now_update: $early of 40 sleeps of 15 ms ended before 10 ms\n";
}
