# Conformance adapter for Perl's Coro: an event made of a bit and a Coro::Signal, throw to cancel, AnyEvent's timers for limits.
#
# Install: apt-get install libcoro-perl libanyevent-perl libev-perl
# Run:     ./fanion conform --adapter 'perl model/adapters/coro/adapter.pl' --profile asyncio,Timers=idle
# What is wrong with it is in `findings`, a program for each.
#
# throw only lays the exception down for the thread's next turn, and ready gives it that turn.
use strict;
use warnings;
use AnyEvent;
use Coro;
use Coro::AnyEvent;
use JSON::PP;
use POSIX ();

AnyEvent::detect;
$| = 1;
my ($events, $tasks, $over);

sub reply { print encode_json($_[0]), "\n" }
sub ask { decode_json(<STDIN> // POSIX::_exit(0)) }

# What programs write: a bit, and a signal for those who wait for it.
package Event {
   sub new { bless { raised => 0, signal => Coro::Signal->new } }
   sub set { my ($self) = @_; $self->{signal}->broadcast unless $self->{raised}; $self->{raised} = 1 }
   sub clear { $_[0]{raised} = 0 }
   sub wait { my ($self) = @_; $self->{signal}->wait unless $self->{raised} }
}

sub interrupt { my ($task, $why) = @_; $task->throw($why); $task->ready }

# Calls back in so many milliseconds. EV's clock stands where the loop has looked last, which may be long ago.
sub after { my ($ms, $call) = @_; AnyEvent->now_update; AE::timer($ms / 1000, 0, $call) }

# The life of one task: says how its last operation ended, then does what the suite asks of it.
sub live {
   my ($name) = @_;
   my $reply = { task => $name, result => 'started' };
   until ($over) {
      reply($reply);
      my $request = ask();
      return $over = $name eq 'main' if $request->{op} =~ /^(exit|end)$/;
      $reply = { task => $name, result => 'ok' };
      eval { perform($request, $reply); 1 } and next;
      $@ =~ /^(cancelled|timeout)/ or print(STDERR $@), POSIX::_exit(1);
      $reply->{result} = $1;
   }
}

sub perform {
   my ($request, $reply) = @_;
   my ($op, $event, $me) = ($request->{op}, $events->{ $request->{event} // '' }, $Coro::current);
   if ($op eq 'wait') {
      my $limit = $request->{timeout_ms} && after($request->{timeout_ms}, sub { interrupt($me, 'timeout') });
      $event->wait;
      $reply->{result} = 'woken';
   }
   elsif ($op eq 'set')    { $event->set }
   elsif ($op eq 'clear')  { $event->clear }
   elsif ($op eq 'is_set') { $reply->{value} = $event->{raised} ? JSON::PP::true : JSON::PP::false }
   elsif ($op eq 'yield')  { cede }
   elsif ($op eq 'sleep')  { my $timer = after($request->{ms}, rouse_cb); rouse_wait }
   elsif ($op eq 'hog')    { select(undef, undef, undef, $request->{ms} / 1000) }
   elsif ($op eq 'spawn')  { my $name = $request->{task}; $tasks->{$name} = async { live($name) } }
   elsif ($op eq 'cancel') { interrupt($tasks->{ $request->{task} }, 'cancelled') }
}

reply({ fanion => 1, name => 'Coro', version => "$Coro::VERSION", features => [qw(event cancel timeout)] });
while ((my $begin = ask())->{op} eq 'begin') {
   ($events, $tasks, $over) = ({ map { $_ => Event->new } @{ $begin->{events} } }, {}, 0);
   (async { live('main') })->join;
   for my $task (values %$tasks) {
      until ($task->is_zombie) { interrupt($task, 'cancelled'); cede }
   }
   reply({ ended => JSON::PP::true });
}
