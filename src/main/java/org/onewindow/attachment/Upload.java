package org.onewindow.attachment;

import org.springframework.core.io.InputStreamSource;

/**
 * A file as it was sent.
 *
 * @param name whatever the sender calls it
 */
public record Upload(String name, InputStreamSource content) {}
