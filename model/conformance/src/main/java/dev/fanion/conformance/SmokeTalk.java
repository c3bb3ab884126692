package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of a smoke test. It stops at the first reply that no right runtime gives, whatever its sides; the rest is
 * left to the spec.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class SmokeTalk {
  final SmokeScript script;
  private final Recording recording;
  private final Answers answers;
  private @Nullable SmokeTrouble trouble;

  private SmokeTalk(SmokeScript script, Adapter adapter) {
    this.script = script;
    Set<String> known = script.experiment().known(adapter.hello().operations());
    recording = new Recording(script.experiment(), ModelCache.possible(script.experiment().cast(), known), adapter::nanoTime);
    answers = new Answers(adapter.hello().can("deadlock"));
  }

  /**
   * Holds a conversation.
   *
   * @param asked the profile that says what was owed if no reply comes
   */
  static SmokeTalk hold(SmokeScript script, Adapter adapter, Profile asked, ModelCache models) {
    SmokeTalk talk = new SmokeTalk(script, adapter);
    try {
      adapter.run(talk.recording.cast, talk::next);
    } catch (AdapterFailure failure) {
      if (failure.kind() == AdapterFailure.Kind.HANG && talk.recording.silence()) {
        return talk; // that may be a side, which the spec tells
      }
      talk.recording.brokeOff();
      Finding owed = failure.kind() == AdapterFailure.Kind.HANG ? talk.against(asked, adapter, models) : null;
      talk.trouble = SmokeTrouble.of(talk.recording.exchanges(), talk.recording.pending(), failure, owed);
    }
    return talk;
  }

  private @Nullable Request next(Reply reply) {
    trouble = SmokeTrouble.of(recording.exchanges(), recording.pending(), reply, answers);
    return trouble == null ? recording.next(reply) : null;
  }

  /** What a profile does not explain in it; null if it explains everything. */
  @Nullable Finding against(Profile profile, Adapter adapter, ModelCache models) {
    return recording.against(profile, adapter.hello().operations(), models);
  }

  /** What is wrong whatever the sides are; null if nothing is. */
  @Nullable SmokeTrouble trouble() {
    return trouble;
  }

  /** What was said, with the exchange that went wrong. */
  List<Exchange> exchanges() {
    return trouble == null ? recording.exchanges() : trouble.exchanges();
  }
}
