package org.onewindow.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server that can be out of order, and a gateway: what an application with these settings sends goes there. */
public final class PostOffice {

    static final String SECRET = "gateway-secret-0123456789";

    static final Gateway GATEWAY = new Gateway();
    private static final Path LETTERS = Path.of("target", "letters");

    private static GreenMail server = start(0);
    private static final int PORT = server.getSmtp().getPort();

    private PostOffice() {}

    /** An e-mail as it arrived. */
    public record Mail(List<String> to, String subject, String text, String html) {}

    /** Points the application at both, and gives the bureau an address. */
    public static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("onewindow.messages.from", () -> "一窗平台 <yichuang@kundulun.example>");
        registry.add("onewindow.messages.address", () -> "https://yichuang.kundulun.example");
        registry.add("onewindow.messages.sends", () -> false);
        registry.add("onewindow.messages.webhook.url", GATEWAY::address);
        registry.add("onewindow.messages.webhook.secret", () -> SECRET);
        registry.add("onewindow.organization", PostOffice::organization);
    }

    private static String organization() {
        try {
            var file = Files.createTempFile("organization", ".yaml");
            var text = Files.readString(Path.of("config", "organization.yaml"));
            Files.writeString(file, text.replace("mark: 昆政务 }", "mark: 昆政务, email: zwfwj@kundulun.example }"));
            file.toFile().deleteOnExit();
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GreenMail start(int port) {
        var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    static void isDown() {
        server.stop();
    }

    static void isUpAgain() {
        server = start(PORT);
    }

    /** Nothing arrived yet, and all is well. */
    public static void empty() {
        server.stop();
        server = start(PORT);
        GATEWAY.forget();
    }

    /** What arrived, one for each letter, however many it was for. */
    public static List<Mail> mails() {
        var letters = new HashMap<String, Mail>();
        var order = new ArrayList<String>();
        for (var message : server.getReceivedMessages()) {
            try {
                var key = message.getHeader("X-Onewindow-Message")[0];
                if (letters.put(key, mail(message)) == null) {
                    order.add(key);
                }
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return order.stream().map(letters::get).toList();
    }

    /** The copies that arrived: one for each addressee. */
    static int copies() {
        return server.getReceivedMessages().length;
    }

    /** Keeps a letter, for eyes. */
    public static void keep(Mail mail, String name) {
        try {
            Files.createDirectories(LETTERS);
            Files.writeString(LETTERS.resolve(name + ".html"), mail.html());
            Files.writeString(LETTERS.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail mail(Message message) throws MessagingException, IOException {
        Map<String, String> parts = new HashMap<>();
        collect((Multipart) message.getContent(), parts);
        return new Mail(
                Arrays.stream(message.getAllRecipients()).map(Object::toString).toList(),
                message.getSubject(),
                parts.get("text/plain"),
                parts.get("text/html"));
    }

    private static void collect(Multipart parts, Map<String, String> found) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart nested) {
                collect(nested, found);
            } else {
                found.put(part.getContentType().split(";")[0].toLowerCase(), (String) part.getContent());
            }
        }
    }
}
