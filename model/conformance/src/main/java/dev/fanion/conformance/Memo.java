package dev.fanion.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding as {@code results.json} has it: what has to be known to hold its conversation again.
 *
 * @param number its number in the report, from 1
 * @param kind in which way the implementation did not conform, in words
 * @param rules the rules that it broke, the first one first
 * @param profile the profile that it was judged by
 * @param exchanges the conversation, with the replies that came
 */
record Memo(int number, String kind, List<String> rules, String profile, Cast cast, List<Exchange> exchanges) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBERED = Pattern.compile("(.*)#(\\d{1,6})");

  Memo {
    rules = List.copyOf(rules);
    exchanges = List.copyOf(exchanges);
  }

  /** The findings of a report, or one of them: {@code FILE}, or {@code FILE#N} for number N. */
  static List<Memo> read(String which) throws IOException {
    Matcher numbered = NUMBERED.matcher(which);
    boolean one = !Files.exists(Path.of(which)) && numbered.matches();
    String file = one ? numbered.group(1) : which;
    List<Memo> all = all(Path.of(file));
    if (!one) {
      return all;
    }
    int number = Integer.parseInt(numbered.group(2));
    if (number < 1 || number > all.size()) {
      throw new IOException(which + ": there is no finding " + number + "; " + file + " has "
          + FindingText.count(all.size(), "finding"));
    }
    return List.of(all.get(number - 1));
  }

  private static List<Memo> all(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is not there; give the results.json of a run, which --out has written", e);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is not JSON; give the results.json of a run", e);
    }
    if (!root.path("findings").isArray()) {
      throw new IOException(file + " has no findings; give the results.json of a run");
    }
    List<Memo> all = new ArrayList<>();
    for (JsonNode finding : root.get("findings")) {
      all.add(memo(all.size() + 1, finding, root.path("profile").path("found").asText(Profile.ASYNCIO), file));
    }
    return all;
  }

  private static Memo memo(int number, JsonNode finding, String profile, Path file) throws IOException {
    List<String> rules = new ArrayList<>();
    finding.path("rules").forEach(rule -> rules.add(rule.asText()));
    try {
      Cast cast = Wire.cast(finding);
      List<Exchange> exchanges = new ArrayList<>();
      for (JsonNode step : finding.path("conversation")) {
        JsonNode reply = step.path("reply");
        exchanges.add(new Exchange(step.path("task").asText(), Wire.request(Wire.parse(step.path("request").asText()), cast),
            reply.isTextual() ? Wire.reply(Wire.parse(reply.asText()), cast) : null));
      }
      return new Memo(number, finding.path("kind").asText(), rules, profile, cast, exchanges);
    } catch (Wire.MalformedLine e) {
      throw new IOException(file + ", finding " + number + ": " + e.getMessage(), e);
    }
  }
}
