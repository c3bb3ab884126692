# Ruby's async 1.30.3: who is stopped after a notification was signalled is resumed by that signal later, in whatever it does next
# (CAN-1; CAN-5 if it is a limit that ends the wait). The signal, in a turn of its own by then, still lists the fiber.
# Run: ruby model/adapters/ruby-async/findings/signal_reaches_a_later_wait.rb
require 'async'
require 'async/notification'

slept = Hash.new(0)
20.times do
  [false, true].each do |signals|
    Async do |top|
      set = Async::Notification.new
      task = top.async do |me|
        set.wait
      ensure
        begun = Async::Clock.now
        me.sleep(0.05)
        slept[signals] += 1 if Async::Clock.now - begun < 0.04
      end
      set.signal if signals
      task.stop
    end
  end
end
[false, true].each { |it| puts "#{it ? 'with' : 'without'} a signal: #{slept[it]} of 20 sleeps of 50 ms ended before 40 ms" }
