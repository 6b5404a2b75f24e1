package org.onewindow.bench.faults;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;

/** Attachments as a clerk adds them on the page 办件, and what was said to that. */
final class Uploads {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** What the page says when the store took nothing. */
    private static final Pattern REFUSAL = Pattern.compile("文件库[^<]*文件没有保存");

    private static final int SIDE = 200;

    private final Queue<Added> added = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile long lastBegan;

    /** A file that a client was told is there. */
    record Added(String number, String sha256) {}

    /** A scan of some 120 KB that nobody has uploaded before. */
    private static byte[] picture(Random random) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < SIDE * SIDE; at++) {
            picture.setRGB(at % SIDE, at / SIDE, random.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @return what was answered if the file is not there now */
    Optional<Clerk.Answer> add(String number, Clerk clerk, Random random) throws InterruptedException {
        var page = clerk.open("/cases/" + number);
        var token = page.map(Clerk.Answer::text).map(TOKEN::matcher).filter(matcher -> matcher.find());
        if (token.isEmpty()) {
            return page;
        }
        var picture = picture(random);
        long began = System.nanoTime();
        var answer = clerk.upload("/cases/" + number + "/attachments", token.get().group(1), picture);
        if (answer.filter(given -> given.status() == 302).isPresent()) {
            added.add(new Added(number, DigestUtils.sha256Hex(picture)));
            lastBegan = Math.max(lastBegan, began);
            return Optional.empty();
        }
        if (answer.filter(given -> given.status() == 503 && REFUSAL.matcher(given.text()).find()).isPresent()) {
            refused.incrementAndGet();
        }
        return answer;
    }

    Collection<Added> added() {
        return List.copyOf(added);
    }

    /** How many were refused with a message that says why. */
    int refused() {
        return refused.get();
    }

    /** Whether one that was begun after a moment is there. */
    boolean isAddedSince(long moment) {
        return lastBegan >= moment;
    }
}
