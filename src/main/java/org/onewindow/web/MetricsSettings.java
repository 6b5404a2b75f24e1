package org.onewindow.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The door of the metrics.
 *
 * @param token what Prometheus sends as bearer token, a secret of 32 characters or more; empty, as shipped, keeps the door shut
 */
@ConfigurationProperties("onewindow.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    private static final int SHORTEST = 32;

    MetricsSettings {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "onewindow.metrics.token 至少 " + SHORTEST + " 个字符，可以用 openssl rand -hex 32 生成");
        }
    }

    boolean isShut() {
        return token.isEmpty();
    }

    /** @param header Authorization, null without one */
    boolean opens(String header) {
        return !isShut()
                && header != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "MetricsSettings[isShut=" + isShut() + "]";
    }
}
