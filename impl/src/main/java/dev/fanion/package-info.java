/**
 * An event loop, its tasks, and the two primitives that wake them: {@link dev.fanion.Event} from inside the loop,
 * {@link dev.fanion.ThreadSafeFlag} from anywhere.
 *
 * <h2>Words</h2>
 * A <i>task</i> runs until it <i>suspends</i>; a <i>turn</i> is what runs between two suspensions. A task is
 * <i>blocked</i> (it waits for something), <i>ready</i> (it will run), <i>running</i>, or <i>done</i>. To <i>wake</i> a
 * task is to make it ready. <i>Inside the loop</i> means: in a turn of one of its tasks. Every other place, such as
 * another thread, is an <i>interrupt context</i>.
 *
 * <h2>Two forms of task</h2>
 * A <i>direct</i> task is an ordinary method on a thread of its own, of which exactly one runs at a time:
 * {@code event.await()} blocks it. A <i>stackless</i> task is a chain of {@linkplain dev.fanion.Step steps} on the loop's
 * thread, each of which names the next: {@code return event.await(this::work)}. Both forms share a loop, its order and
 * every rule; a method with a {@code Step} parameter is for stackless tasks, the one without for direct tasks, and the
 * wrong one is refused.
 *
 * <h2 id="ordering">Memory effects</h2>
 * These happens-before relations are all that this package promises; its methods refer to them.
 * <ol>
 *   <li><i>Turns.</i> All turns of one loop are ordered by happens-before, whichever threads they run on.
 *   <li><i>Flag.</i> Actions before a call of {@link dev.fanion.ThreadSafeFlag#set() ThreadSafeFlag.set()}
 *       <i>happen-before</i> the return of the wait that its signal ends, or into which it is coalesced; also if
 *       {@code clear()} came between the wake and the return.
 *   <li><i>Start.</i> Actions before a loop is started <i>happen-before</i> its first turn.
 *   <li><i>End.</i> The actions of a task <i>happen-before</i> any action after {@link dev.fanion.Task#isDone()} was seen
 *       to be true, on any thread, and before the return of the {@code run} that it was part of.
 * </ol>
 *
 * <h2>Refusals</h2>
 * A call that can not be right changes nothing and throws at once: {@link java.lang.NullPointerException} for null,
 * {@link java.lang.IllegalArgumentException} for a negative duration, {@link java.lang.IllegalStateException} for the wrong
 * place or time. The message says what to do instead. The methods' own pages mention only refusals of other kinds.
 */
@NullMarked
package dev.fanion;

import org.jspecify.annotations.NullMarked;
