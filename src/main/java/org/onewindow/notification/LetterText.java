package org.onewindow.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Writes letters out as text and as simple HTML, by the templates in {@code forms/messages}. */
@Component
class LetterText {

    private static final String FOLDER = "classpath:forms/messages/";

    private final Template text;
    private final Template html;
    private final String address;

    LetterText(ResourceLoader resources, MessageSettings settings) {
        this.text = template(resources, "letter.txt", false);
        this.html = template(resources, "letter.html", true);
        this.address = settings.address().toString().replaceAll("/+$", "");
    }

    /** What the templates see. */
    private record Page(Letter letter, String link) {}

    String text(Letter letter) {
        return text.execute(page(letter));
    }

    String html(Letter letter) {
        return html.execute(page(letter));
    }

    private Page page(Letter letter) {
        return new Page(letter, address + letter.page());
    }

    private static Template template(ResourceLoader resources, String name, boolean isHtml) {
        try (var file = resources.getResource(FOLDER + name).getInputStream()) {
            return Mustache.compiler()
                    .escapeHTML(isHtml)
                    .strictSections(true)
                    .compile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("no template " + name, e);
        }
    }
}
