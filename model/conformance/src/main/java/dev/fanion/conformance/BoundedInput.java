package dev.fanion.conformance;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The output of a process, read so that no read lasts for ever. Nothing ends a read of a stream while somebody holds the other
 * end of its pipe open, be it a grandchild that nobody knows of; but a channel can be closed while a thread reads it. So this
 * class opens the pipe once more, as a channel, where the system has it in {@code /proc}. Elsewhere it reads only what is
 * there: it looks often while the answer is young, and after that a thread of its own reads, which may be left behind.
 *
 * <h2>Threads</h2>
 * Confined to one thread; {@link #close} from any.
 */
final class BoundedInput implements Closeable {
  /** The output has ended. */
  static final int END = -1;

  /** Nothing came in time. This input cannot be read any more. */
  static final int LATE = -2;

  /** How long this class looks itself, before a thread of its own reads. */
  private static final long YOUNG = 20_000_000;

  /** Once the process has ended, its pipe is closed, since another process may hold it open. */
  private static final Executor SOON = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private static final long LOOK_EVERY = 50_000_000;

  /** The number of looks within which the last words of a process must come, once it has ended. */
  private static final int LAST_LOOKS = 10;

  private final Process process;
  private final InputStream stream;

  /** The pipe once more; null if there is no such channel, or if it has ended: the stream has what is left of it. */
  private volatile @Nullable FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 13).limit(0);

  /**
   * The output of a process that has just been started.
   *
   * @param proc where the system shows the open files of processes, {@code /proc}
   */
  BoundedInput(Process process, Path proc) {
    this.process = process;
    stream = process.getInputStream();
    channel = channel(proc.resolve(process.pid() + "/fd/1"));
    process.onExit().thenRunAsync(this::close, SOON);
  }

  private static @Nullable FileChannel channel(Path output) {
    try {
      return Files.readSymbolicLink(output).toString().startsWith("pipe:") ? FileChannel.open(output) : null;
    } catch (IOException | UnsupportedOperationException e) {
      return null; // the system does not have it there, or the process has ended already
    }
  }

  /** Whether something is there to be read. */
  boolean ready() throws IOException {
    return buffer.hasRemaining() || stream.available() > 0;
  }

  /**
   * The next byte, or {@link #END} or {@link #LATE}.
   *
   * @param until how long to wait, as a time of {@link System#nanoTime}; a channel must be closed at that time
   */
  int next(long until) throws IOException {
    return buffer.hasRemaining() ? buffer.get() & 0xff : fill(until);
  }

  private int fill(long until) throws IOException {
    FileChannel open = channel;
    if (open == null) {
      return look(until);
    }
    buffer.clear();
    try {
      int count = open.read(buffer);
      buffer.flip();
      if (count > 0) {
        return buffer.get() & 0xff;
      }
      close(); // at its end
    } catch (ClosedChannelException e) {
      buffer.limit(0);
      if (process.isAlive()) {
        return LATE;
      }
    }
    channel = null;
    try {
      return look(until); // for what the process wrote last
    } catch (IOException e) {
      return END; // whoever ended the process has closed its stream
    }
  }

  private int look(long until) throws IOException {
    long start = System.nanoTime();
    for (long now = start; now - start < YOUNG && now - until < 0; now = System.nanoTime()) {
      if (stream.available() > 0) {
        byte[] there = new byte[Math.min(stream.available(), buffer.capacity())];
        int count = Math.max(0, stream.read(there));
        buffer.clear().put(there, 0, count).flip();
        return count > 0 ? buffer.get() & 0xff : END;
      }
      LockSupport.parkNanos(this, (now - start) / 8);
    }
    return readBeside(until);
  }

  private int readBeside(long until) throws IOException {
    FutureTask<Integer> read = new FutureTask<>(stream::read);
    Thread reader = new Thread(read, "fanion-adapter-stdout");
    reader.setDaemon(true);
    reader.start();
    int looks = 0;
    while (looks < LAST_LOOKS) {
      long left = until - System.nanoTime();
      try {
        return read.get(Math.max(0, Math.min(left, LOOK_EVERY)), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        looks += process.isAlive() ? 0 : 1;
        if (left <= 0) {
          return LATE;
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return LATE;
      }
    }
    return LATE;
  }

  /** Ends a read that lasts too long. */
  @Override
  public void close() {
    FileChannel open = channel;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        return; // it is closed, and whoever reads it is told so
      }
    }
  }
}
