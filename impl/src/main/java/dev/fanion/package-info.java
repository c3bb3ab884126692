/**
 * An event loop, its tasks, and the two primitives that wake them: {@link dev.fanion.Event} from inside the loop,
 * {@link dev.fanion.ThreadSafeFlag} from anywhere.
 *
 * <h2>Words</h2>
 * A <i>task</i> runs until it <i>suspends</i>; a <i>turn</i> is what runs between two suspensions. A task is
 * <i>blocked</i> (it waits for something), <i>ready</i> (it will run), <i>running</i>, or <i>done</i>. To <i>wake</i> a
 * task is to make it ready. <i>Inside the loop</i> means: in a turn of one of its tasks, or in the handler of errors. Every
 * other place, such as another thread, is an <i>interrupt context</i>. A method is <i>bounded</i> if the number of its steps
 * has a bound that does not depend on other threads, nor on how many tasks there are.
 *
 * <h2>Two forms of task</h2>
 * A <i>direct</i> task is an ordinary method on a thread of its own, and exactly one of these threads runs at a time:
 * {@code event.await()} blocks it. A <i>stackless</i> task is a chain of {@linkplain dev.fanion.Step steps} on the loop's
 * thread, each of which names the next: {@code return event.await(this::work)}. Both forms share a loop, its order and
 * every rule; a method with a {@code Step} parameter is for stackless tasks, the one without for direct tasks, and the
 * wrong one is refused.
 *
 * <h2 id="ordering">Memory effects</h2>
 * This package promises these four happens-before relations and no others; its methods refer to them by name.
 * <ol>
 *   <li id="order-turns"><i>Turns.</i> All turns of one loop are ordered by happens-before, whichever threads they run on.
 *   <li id="order-flag"><i>Flag.</i> Actions before a call of {@link dev.fanion.ThreadSafeFlag#set() ThreadSafeFlag.set()}
 *       <i>happen-before</i> the return of the wait that its signal ends, or into which it is coalesced; also if
 *       {@code clear()} came between the wake and the return.
 *   <li id="order-start"><i>Start.</i> Actions before a loop is started <i>happen-before</i> its first turn.
 *   <li id="order-end"><i>End.</i> The actions of a task <i>happen-before</i> any action, on any thread, after the end of
 *       the task was seen: {@link dev.fanion.Task#isDone()} or {@link dev.fanion.Task#isCancelled()} was true, or
 *       {@link dev.fanion.Task#result()} had the result. They also happen-before the return of the {@code run} that the task
 *       was part of.
 * </ol>
 *
 * <h2>Refusals</h2>
 * A call that cannot be right changes nothing and throws at once: {@link java.lang.NullPointerException} for null,
 * {@link java.lang.IllegalArgumentException} for a negative duration, {@link java.lang.IllegalStateException} for the wrong
 * place or time. The message says what to do instead. The methods' own pages mention only further refusals.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
