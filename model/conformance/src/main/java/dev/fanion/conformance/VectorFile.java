package dev.fanion.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanion.conformance.protocol.Version;
import dev.fanion.conformance.protocol.Wire;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Writes vectors in two forms with the same content: JSON Lines, and lines that a program without JSON can read. */
final class VectorFile {
  /** The version of both forms. */
  private static final int FORM = 1;

  /** As many hexadecimal digits of a hash as tell one version from another. */
  private static final int DIGITS = 12;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vectors vectors;

  VectorFile(Vectors vectors) {
    this.vectors = vectors;
  }

  /** The name of the files of a profile, without their endings. */
  static String name(Profile profile) {
    return profile.name().replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9=._-]", "-");
  }

  /** Writes both files. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Writer out = Files.newBufferedWriter(folder.resolve(name(vectors.profile) + ".jsonl"))) {
      out.write(header() + "\n");
      for (Map.Entry<String, TestVector> vector : vectors.all().entrySet()) {
        out.write(json(vector.getKey(), vector.getValue()) + "\n");
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve(name(vectors.profile) + ".txt"))) {
      out.write(plainHeader());
      for (Map.Entry<String, TestVector> vector : vectors.all().entrySet()) {
        out.write(plain(vector.getKey(), vector.getValue()));
      }
    }
  }

  private ObjectNode header() throws IOException {
    ObjectNode header = JSON.createObjectNode().put("fanion_vectors", FORM).put("count", vectors.all().size())
        .put("profile", vectors.profile.name()).put("suite", Version.TEXT).put("requirements", requirements())
        .put("spec", SpecFiles.hash(SpecFiles.find()).substring(0, DIGITS));
    header.set("sides", JSON.valueToTree(vectors.profile.constants()));
    header.set("features", JSON.valueToTree(vectors.features));
    return header.put("open", vectors.open());
  }

  private String plainHeader() throws IOException {
    ObjectNode header = header();
    StringBuilder text = new StringBuilder("fanion-vectors " + FORM + " count=" + vectors.all().size());
    for (String member : new String[] {"profile", "suite", "requirements"}) {
      text.append(member.equals("profile") ? " " : ", ").append(member).append(' ').append(header.get(member).asText());
    }
    return text.append('\n').toString();
  }

  /** Which version of the rules it is: the beginning of the hash of their table. */
  private static String requirements() throws IOException {
    try (InputStream rules = Objects.requireNonNull(Rule.class.getResourceAsStream("rules.toml"))) {
      return TestVector.hash(rules.readAllBytes());
    }
  }

  private static ObjectNode json(String id, TestVector vector) throws IOException {
    ObjectNode node = JSON.createObjectNode().put("id", id).put("kind", vector.kind());
    node.set("rules", JSON.valueToTree(Rule.ids(vector.rules())));
    node.set("needs", JSON.valueToTree(vector.needs()));
    node.set("begin", parsed(Wire.write(vector.cast())));
    for (TestVector.Step step : vector.steps()) {
      ObjectNode one = node.withArray("steps").addObject();
      one.set("ask", parsed(Wire.write(step.ask())));
      one.set("then", JSON.valueToTree(step.then()));
      one.set("rules", JSON.valueToTree(Rule.ids(step.rules())));
    }
    return node;
  }

  private static JsonNode parsed(String line) throws IOException {
    return Wire.parse(line);
  }

  private static String plain(String id, TestVector vector) {
    StringBuilder text = new StringBuilder("vector " + id + ' ' + joined(vector.needs()) + ' ' + vector.kind() + '\n');
    text.append("begin ").append(Wire.write(vector.cast())).append('\n');
    for (int i = 0; i < vector.steps().size(); i++) {
      TestVector.Step step = vector.steps().get(i);
      text.append("step ").append(i).append(' ').append(joined(Rule.ids(step.rules()))).append(' ')
          .append(Wire.write(step.ask())).append('\n');
      step.then().forEach((reply, next) -> text.append("reply ").append(next).append(' ').append(reply).append('\n'));
    }
    return text.append("end\n").toString();
  }

  private static String joined(Collection<String> words) {
    return words.isEmpty() ? "-" : String.join(",", words);
  }
}
