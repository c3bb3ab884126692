# Ruby's async 1.30.3: a wait whose limit passes between signal and its turn ends with a time-out, and the signal resumes the task
# later, in whatever it does next (CAN-5, LOP-2). The same happens if stop ends the wait (CAN-1).
# Run: ruby model/adapters/ruby-async/findings/signal_reaches_who_timed_out.rb
require 'async'
require 'async/notification'
def busy(seconds) = (ends = Async::Clock.now + seconds; nil while Async::Clock.now < ends)
[false, true].each do |signals|
  short = (1..20).count do
    took = 1
    Async do |top|
      set = Async::Notification.new
      top.async do |me|
        me.with_timeout(0.005) { set.wait }
      rescue Async::TimeoutError
        took = Async::Clock.measure { me.sleep(0.05) }
      end
      top.async { |me| me.yield; busy(0.01); set.signal if signals }
    end
    took < 0.04
  end
  puts "#{signals ? 'with' : 'without'} a signal: #{short} of 20 sleeps of 50 ms ended before 40 ms"
end
