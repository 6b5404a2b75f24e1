package org.onewindow.document;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.catalog.publication.ItemsPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Refuses an item whose own template (结果文书模板) could not be filled in or set: a decision must not fail for that. */
@Component
class TemplatesOfItems {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?[#^/&>!=]?\\s*([^}\\s]+)\\s*}?}}");

    private static final Pattern QUESTION = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");

    /** What a result's template may ask for; {@code answer.x} is the answer to the item's question x. */
    static final List<String> NAMES = List.of(
            "title",
            "number",
            "organ",
            "date",
            "caseNumber",
            "item",
            "applicant",
            "isPerson",
            "agent",
            "receivedOn",
            "situation",
            "place",
            "phone",
            "complaints",
            "hours",
            "window",
            "basis",
            "legalRepresentative",
            "address",
            "answers",
            "label",
            "text",
            "answer",
            "isCertificate",
            "validUntil",
            "version",
            "seal",
            "code",
            "qr",
            "verify");

    private final Templates templates;

    TemplatesOfItems(Templates templates) {
        this.templates = templates;
    }

    @EventListener
    void published(ItemsPublished published) {
        var faults = published.versions().stream()
                .flatMap(version -> Optional.ofNullable(
                                version.files().documents().get(ItemFiles.RESULT))
                        .stream()
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .flatMap(body -> faults(body, questions(version.files())).stream())
                        .map(fault -> version.files().folder() + "/" + ItemFiles.RESULT + "：" + fault))
                .toList();
        if (!faults.isEmpty()) {
            throw new ItemsRefused(faults);
        }
    }

    private static Set<String> questions(ItemFiles files) {
        return QUESTION.matcher(files.texts().getOrDefault(ItemFiles.SITUATION, ""))
                .results()
                .map(question -> Answers.NAME + "." + question.group(1))
                .collect(Collectors.toSet());
    }

    private List<String> faults(String body, Set<String> questions) {
        var faults = new ArrayList<String>();
        TAG.matcher(body)
                .results()
                .map(tag -> tag.group(1))
                .filter(name -> !NAMES.contains(name) && !questions.contains(name))
                .distinct()
                .forEach(name -> faults.add("文书没有“" + name + "”这项内容，可用的有：" + String.join("、", NAMES)));
        if (!body.contains("{{{seal}}}")) {
            faults.add("没有印章的位置 {{{seal}}}");
        }
        try {
            var parsers = SAXParserFactory.newInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var text =
                    templates.assemble(TAG.matcher(body).replaceAll("")).text().replaceFirst("<!DOCTYPE html>", "");
            parsers.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
        } catch (SAXException e) {
            faults.add("不是格式正确的 XHTML：" + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }
}
