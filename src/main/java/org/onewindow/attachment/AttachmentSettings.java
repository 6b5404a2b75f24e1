package org.onewindow.attachment;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest the most that one file may hold
 * @param most how many attachments a case may have, removed ones not counted
 * @param keepRemoved how long the file of a removed attachment is kept, as logs are (网络安全法 art. 21)
 * @param virusScan the program and its arguments, to which the file's path is added: exit status 0 clean, 1 infected, anything
 *     else not checked; without a program nothing is scanned
 * @param virusScanLimit how long a scan may take
 */
@ConfigurationProperties("onewindow.attachments")
record AttachmentSettings(
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("100") int most,
        @DefaultValue("6m") Period keepRemoved,
        @DefaultValue List<String> virusScan,
        @DefaultValue("60s") Duration virusScanLimit) {}
