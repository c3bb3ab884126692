# Ruby's async 1.30.3: who is stopped after a notification was signalled is resumed by that signal later, in whatever it does next
# (CAN-1). The signal, in a turn of its own by then, still lists the fiber.
# Run: ruby model/adapters/ruby-async/findings/signal_reaches_who_was_stopped.rb
require 'async'
require 'async/notification'
[false, true].each do |signals|
  short = (1..20).count do
    took = 1
    Async do |top|
      set = Async::Notification.new
      task = top.async do |me|
        set.wait
      ensure
        took = Async::Clock.measure { me.sleep(0.05) }
      end
      set.signal if signals
      task.stop
    end
    took < 0.04
  end
  puts "#{signals ? 'with' : 'without'} a signal: #{short} of 20 sleeps of 50 ms ended before 40 ms"
end
