# Conformance adapter for Ruby's async: an event made of a bit and an Async::Notification, stop to cancel, with_timeout for
# limits.
#
# Install: apt-get install ruby-async
# Run:     ./fanion conform --adapter 'ruby model/adapters/ruby-async/adapter.rb' --profile asyncio,CancelDelivery=queued
# What is wrong with it is in `findings`, a program for each.
#
# A new task, and one that is stopped, runs inside the call. So both calls are made by a fiber of their own, which the reactor
# resumes in its next round.
require 'async'
require 'async/notification'
require 'json'

def say(reply) = $stdout.syswrite(JSON.generate(reply) + "\n")

def ask = JSON.parse($stdin.gets || exit!(0))

# What programs write: a bit, and a notification for those who wait for it.
class Event
  attr_reader :raised

  def initialize
    @raised = false
    @notification = Async::Notification.new
  end

  def set
    @notification.signal unless @raised
    @raised = true
  end

  def clear
    @raised = false
  end

  def wait
    @notification.wait unless @raised
  end
end

class Scenario
  def initialize(begun, reactor)
    @events = begun['events'].to_h { |name| [name, Event.new] }
    @reactor = reactor
    @tasks = {}
  end

  # The life of one task: says how its last operation ended, then does what the suite asks of it.
  def live(name)
    reply = { task: name, result: 'started' }
    until @over
      say(reply)
      request = ask
      break @over = name == 'main' if %w[exit end].include?(request['op'])
      reply = { task: name, result: 'ok' }
      begin
        perform(request, reply)
      rescue Async::Stop
        reply[:result] = 'cancelled'
      rescue Async::TimeoutError
        reply[:result] = 'timeout'
      end
    end
  end

  def perform(request, reply)
    event, name, limit = @events[request['event']], request['task'], request['timeout_ms']
    case request['op']
    when 'wait'
      limit ? @reactor.with_timeout(limit / 1000.0) { event.wait } : event.wait
      reply[:result] = 'woken'
    when 'set' then event.set
    when 'clear' then event.clear
    when 'is_set' then reply[:value] = event.raised
    when 'yield' then @reactor.yield
    when 'sleep' then @reactor.sleep(request['ms'] / 1000.0)
    when 'hog' then sleep(request['ms'] / 1000.0)
    when 'spawn' then soon { @tasks[name] = @reactor.async { live(name) } }
    when 'cancel' then soon { @tasks[name].stop }
    end
  end

  def soon(&call) = @reactor << Fiber.new(&call)
end

say(fanion: 1, name: 'ruby-async', version: Async::VERSION, features: %w[event cancel timeout])
until (request = ask)['op'] == 'quit'
  reactor = Async::Reactor.new
  main = reactor.async do
    Fiber.set_scheduler(nil) # or reading and hogging would give the reactor a turn
    Scenario.new(request, reactor).live('main')
    reactor.interrupt # or it would look for work once more, and wait for that
  end
  reactor.run_once while main.running?
  reactor.close
  say(ended: true)
end
