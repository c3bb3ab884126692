package dev.fanion.mutation;

import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What became of the mutants.
 *
 * @param mutants how many there were
 * @param survivors the mutants that no test noticed, each with its number
 * @param timedOut the mutants with which a test did not end in time, each with its number
 */
record MutationReport(int mutants, Map<Mutant, Integer> survivors, Map<Mutant, Integer> timedOut) {
  MutationReport {
    if (mutants == 0) {
      throw new IllegalArgumentException("the report names no mutant at all");
    }
  }

  /** Reads the tool's mutations.xml. */
  static MutationReport read(Reader xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    Map<Mutant, Integer> survivors = new HashMap<>();
    Map<Mutant, Integer> timedOut = new HashMap<>();
    int mutants = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("mutation")) {
        mutants++;
        boolean detected = Boolean.parseBoolean(reader.getAttributeValue(null, "detected"));
        boolean late = "TIMED_OUT".equals(reader.getAttributeValue(null, "status"));
        Mutant mutant = mutant(reader);
        if (!detected || late) {
          (late ? timedOut : survivors).merge(mutant, 1, Integer::sum);
        }
      }
    }
    return new MutationReport(mutants, survivors, timedOut);
  }

  private static Mutant mutant(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    String element = "";
    while (!(reader.next() == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("mutation"))) {
      if (reader.isStartElement()) {
        element = reader.getLocalName();
      } else if (reader.isCharacters()) {
        texts.merge(element, reader.getText(), String::concat);
      } else {
        element = "";
      }
    }
    return Mutant.of(texts.get("mutatedClass"), texts.get("mutatedMethod"), texts.get("mutator"), texts.get("description"));
  }
}
