package org.onewindow.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may ask of the pages for everybody, at each node.
 *
 * @param questionsPerMinute looking a paper or a case up, and every other request to these pages
 * @param uploadsPerMinute files to compare
 */
@ConfigurationProperties("onewindow.verification")
record VerificationSettings(
        @DefaultValue("30") int questionsPerMinute,
        @DefaultValue("10") int uploadsPerMinute) {}
