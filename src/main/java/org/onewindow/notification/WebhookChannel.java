package org.onewindow.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * The district's message gateway (区消息网关): a POST of JSON that it can check by its signature, and tell from a repetition by its
 * key. Signed is the time, a full stop and the body, so that what was overheard cannot be sent again later.
 */
@Component
class WebhookChannel implements Channel {

    private final MessageSettings.Webhook settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client;

    WebhookChannel(MessageSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings.webhook();
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(this.settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private record Content(
            String id, String kind, Map<String, String> addressee, String subject, String body, Instant createdAt) {}

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean isOn() {
        return settings.address().isPresent();
    }

    @Override
    public void deliver(Outgoing message) {
        int status = post(settings.address().orElseThrow(), message);
        if (status / 100 != 2) {
            throw Undeliverable.forNow("消息网关答复 " + status, null);
        }
    }

    private int post(URI url, Outgoing message) {
        var body = body(message);
        var time = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.key().toString())
                .header("Onewindow-Timestamp", time)
                .header("Onewindow-Signature", "sha256=" + signature(time + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        // The request's own timeout ends with the answer's head; a gateway may stall after it.
        var answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (ExecutionException | TimeoutException unreachable) {
            answer.cancel(true);
            throw Undeliverable.forNow("消息网关没有答复：" + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Undeliverable.forNow("发送时系统正在停止", stopped);
        }
    }

    private String signature(String signed) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, settings.secret()).hmacHex(signed);
    }

    private String body(Outgoing message) {
        var addressee = Map.of(
                "type", message.addressee().type().code(),
                "id", message.addressee().id());
        try {
            return json.writeValueAsString(new Content(
                    message.key().toString(),
                    message.kind(),
                    addressee,
                    message.subject(),
                    message.body(),
                    message.createdAt()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
