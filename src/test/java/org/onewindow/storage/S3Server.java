package org.onewindow.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * As much of S3 as the file store asks for, on localhost: one bucket, path-style, PUT, GET, HEAD, DELETE and ListObjectsV2 in
 * pages. It checks that a request is signed (SigV4) by the known key for this day, region and service and that a signed content
 * has the signed hash; it does not check the signature itself. The embeddable servers that there are bring libraries that
 * change how the tested application answers.
 */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "files";
    static final String ACCESS_KEY = "one-window-test";
    static final String SECRET_KEY = "not-a-secret";

    private static final int PAGE = 10;
    private static final Pattern SIGNED = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
            + "/\\d{8}/us-east-1/s3/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}");

    private final HttpServer server;
    private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();

    private record Stored(byte[] content, Instant at) {}

    S3Server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            var body = exchange.getRequestBody().readAllBytes();
            if (!isSigned(exchange, body)) {
                error(exchange, 403, "SignatureDoesNotMatch");
            } else if (!path[0].equals(BUCKET)) {
                error(exchange, 404, "NoSuchBucket");
            } else if (path.length == 1 || path[1].isEmpty()) {
                list(exchange, query(exchange));
            } else {
                object(exchange, path[1], body);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        return authorization != null
                && SIGNED.matcher(authorization).matches()
                && exchange.getRequestHeaders().containsKey("x-amz-date")
                && hash != null
                && (hash.equals("UNSIGNED-PAYLOAD") || hash.equals(DigestUtils.sha256Hex(body)));
    }

    private void object(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, new Stored(body, Instant.now()));
                exchange.getResponseHeaders().add("ETag", "\"" + key.hashCode() + "\"");
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            case "HEAD", "GET" -> read(exchange, objects.get(key));
            default -> error(exchange, 405, "MethodNotAllowed");
        }
    }

    private static void read(HttpExchange exchange, Stored stored) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (stored == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders()
                .add(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.at().atOffset(ZoneOffset.UTC)));
        int length = stored.content().length;
        if (isHead) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(length));
        }
        exchange.sendResponseHeaders(200, isHead || length == 0 ? -1 : length);
        if (!isHead) {
            exchange.getResponseBody().write(stored.content());
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        var rest = new TreeMap<>(objects.tailMap(query.getOrDefault("continuation-token", ""), false));
        var page = rest.entrySet().stream().limit(PAGE).toList();
        boolean isTruncated = rest.size() > PAGE;
        var contents = page.stream()
                .map(entry -> "<Contents><Key>%s</Key><Size>%d</Size><LastModified>%s</LastModified></Contents>"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().content().length,
                                entry.getValue().at()))
                .collect(Collectors.joining());
        var next =
                isTruncated ? "<NextContinuationToken>" + page.get(PAGE - 1).getKey() + "</NextContinuationToken>" : "";
        xml(
                exchange,
                200,
                "<ListBucketResult><IsTruncated>" + isTruncated + "</IsTruncated>" + contents + next
                        + "</ListBucketResult>");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        for (var parameter : exchange.getRequestURI().getRawQuery().split("&")) {
            var parts = parameter.split("=", 2);
            query.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            xml(exchange, status, "<Error><Code>" + code + "</Code></Error>");
        }
    }

    private static void xml(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
