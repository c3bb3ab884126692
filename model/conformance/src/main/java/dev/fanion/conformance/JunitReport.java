package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Harmless;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes what a run found, for a CI: {@code junit.xml} has a test case for each rule, and one for the run as a whole. */
final class JunitReport {
  private final Results results;
  private final XMLStreamWriter xml;

  private JunitReport(Results results, XMLStreamWriter xml) {
    this.results = results;
    this.xml = xml;
  }

  static void write(Results results, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      new JunitReport(results, XMLOutputFactory.newFactory().createXMLStreamWriter(writer)).write();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void write() throws XMLStreamException {
    List<Verdict> verdicts = results.verdicts();
    long failures = verdicts.stream().filter(this::fails).count();
    long skipped = verdicts.stream().filter(verdict -> skips(verdict) != null).count();
    boolean unfinished = unfinished() != null;
    xml.writeStartDocument();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "fanion conform: " + Harmless.line(results.hello.name() + " " + results.hello.version()));
    xml.writeAttribute("tests", String.valueOf(verdicts.size() + 1));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", unfinished ? "1" : "0");
    xml.writeAttribute("skipped", String.valueOf(skipped));
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f",
        results.phases().stream().mapToDouble(Results.Phase::seconds).sum()));
    run();
    for (Verdict verdict : verdicts) {
      rule(verdict);
    }
    xml.writeEndDocument();
    xml.close();
  }

  /** Why the run as a whole is not complete; null if it is. */
  private @Nullable String unfinished() {
    return results.isComplete() ? null : results.cutShort() != null ? "cut short: " + results.cutShort()
        : results.errors().isEmpty() ? null : "adapter error: " + results.errors().get(0).getMessage();
  }

  private void run() throws XMLStreamException {
    start("run");
    if (unfinished() != null) {
      xml.writeStartElement("error");
      xml.writeAttribute("message", Harmless.line(unfinished().lines().findFirst().orElse("")));
      for (AdapterFailure error : results.errors()) {
        text(error.getMessage());
        text(String.join("\n", error.conversation()));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Whether the rule has a finding that was not expected, or passes though it was expected to fail. */
  private boolean fails(Verdict verdict) {
    return verdict.finding() == null ? surprise(verdict) != null : results.decides(verdict.finding());
  }

  private Expectations.@Nullable Entry surprise(Verdict verdict) {
    return results.surprises().stream().filter(entry -> entry.rule() == verdict.rule()).findFirst().orElse(null);
  }

  /** Why the rule has no result that counts: it was not tested, or none of its findings decides; null if it has one. */
  private @Nullable String skips(Verdict verdict) {
    String excuse = verdict.finding() == null ? null : results.excuse(verdict.finding());
    return !verdict.reason().isEmpty() ? verdict.word() + ": " + verdict.reason()
        : excuse == null ? null : verdict.word() + ", " + excuse;
  }

  private void rule(Verdict verdict) throws XMLStreamException {
    start(verdict.rule().id() + " " + verdict.rule().says());
    Expectations.Entry surprise = surprise(verdict);
    if (surprise != null) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", "expected to fail, and passes: " + Harmless.line(surprise.reason()));
      xml.writeEndElement();
    } else if (verdict.finding() != null && fails(verdict)) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", verdict.word() + ": " + verdict.rule().id());
      for (Exchange exchange : verdict.finding().exchanges()) {
        text(exchange.toString());
      }
      text("the spec allows: " + verdict.finding().allowed());
      text(verdict.finding().said());
      xml.writeEndElement();
    } else if (skips(verdict) != null) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", Harmless.line(skips(verdict)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "fanion");
    xml.writeAttribute("name", name);
  }

  private void text(String lines) throws XMLStreamException {
    for (String line : lines.lines().toList()) {
      xml.writeCharacters("\n" + Harmless.line(line));
    }
  }
}
