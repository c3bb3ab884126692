# Ruby's async 1.30.3: a task that is stopped while it yields is resumed once more, in whatever it does next (CAN-1, CAN-3).
# stop runs it at once, and Reactor#yield has left its fiber among those that are ready.
# Run: ruby model/adapters/ruby-async/findings/stopped_task_is_resumed_again.rb
require 'async'

[:sleep, :yield].each do |how|
  short = (1..20).count do
    took = 1
    Async do |top|
      task = top.async do |me|
        how == :yield ? me.yield : me.sleep(1)
      ensure
        took = Async::Clock.measure { me.sleep(0.05) }
      end
      task.stop
    end
    took < 0.04
  end
  puts "stopped in #{how}: #{short} of 20 sleeps of 50 ms behind it ended before 40 ms"
end
