package nl.etalage.content.library.syndication;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document being written. What XML 1.0 cannot hold, such as control characters in somebody's text, is left out:
 * a feed that no reader can parse would take all its stories with it.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, characters</a>
 */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlText() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /** What goes into a document or an element. */
    interface Content {
        void write(XmlText xml) throws XMLStreamException;
    }

    static String document(Content content) {
        try {
            XmlText document = new XmlText();
            content.write(document);
            document.xml.writeEndDocument();
            document.xml.close();
            return document.text.toString();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("A feed can't be written", broken);
        }
    }

    /** An element; its name may have a prefix that was declared before. */
    void element(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write(this);
        xml.writeEndElement();
    }

    /** An element with text; nothing at all for null. */
    void element(String name, String value) throws XMLStreamException {
        if (value != null) {
            element(name, inside -> inside.text(value));
        }
    }

    /** Of the element just begun; nothing for null. */
    void attribute(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, legal(value));
        }
    }

    void text(String value) throws XMLStreamException {
        xml.writeCharacters(legal(value));
    }

    /** An attribute of the element just begun that names a vocabulary. */
    void vocabulary(String prefix, String address) throws XMLStreamException {
        if (prefix.isEmpty()) {
            xml.writeDefaultNamespace(address);
        } else {
            xml.writeNamespace(prefix, address);
        }
    }

    static String legal(String value) {
        StringBuilder legal = new StringBuilder(value.length());
        value.codePoints().filter(XmlText::legal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean legal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
