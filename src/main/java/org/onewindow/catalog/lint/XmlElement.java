package org.onewindow.catalog.lint;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a model, with its line. Names are local ones; those of Camunda's namespace begin with {@code camunda:}. */
final class XmlElement {

    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final int line;
    private final Optional<XmlElement> parent;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name, int line, Optional<XmlElement> parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** @throws XMLStreamException if it is not XML */
    static XmlElement parse(String xml) throws XMLStreamException {
        var reader = reader(xml);
        Optional<XmlElement> root = Optional.empty();
        Optional<XmlElement> open = Optional.empty();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = Optional.of(start(reader, open));
                    root = root.isPresent() ? root : open;
                }
                case XMLStreamConstants.END_ELEMENT -> open = open.flatMap(element -> element.parent);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.ifPresent(element -> element.text.append(reader.getText()));
                default -> {}
            }
        }
        return root.orElseThrow();
    }

    // A factory need not be safe for several threads.
    private static XMLStreamReader reader(String xml) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(new StringReader(xml));
        }
    }

    private static XmlElement start(XMLStreamReader reader, Optional<XmlElement> parent) {
        int line = reader.getLocation().getLineNumber();
        var element = new XmlElement(name(reader.getNamespaceURI(), reader.getLocalName()), line, parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(
                    name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        parent.ifPresent(outer -> outer.children.add(element));
        return element;
    }

    private static String name(String namespace, String localName) {
        boolean camunda = namespace != null && namespace.startsWith("http://camunda.org/schema/1.0/");
        return camunda ? "camunda:" + localName : localName;
    }

    String name() {
        return name;
    }

    boolean is(String name) {
        return this.name.equals(name);
    }

    int line() {
        return line;
    }

    String id() {
        return attribute("id");
    }

    /** An attribute's value; the empty text if it is not there. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    String text() {
        return text.toString().strip();
    }

    Optional<XmlElement> parent() {
        return parent;
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String name) {
        return children.stream().filter(child -> child.is(name));
    }

    /** The text of the one child of a name; the empty text if there is none. */
    String childText(String name) {
        return children(name).findFirst().map(XmlElement::text).orElse("");
    }

    /** This element and all below it, in the order of the file. */
    List<XmlElement> within() {
        var all = new ArrayList<XmlElement>();
        collect(all);
        return all;
    }

    private void collect(List<XmlElement> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    Stream<XmlElement> within(String name) {
        return within().stream().filter(element -> element.is(name));
    }
}
