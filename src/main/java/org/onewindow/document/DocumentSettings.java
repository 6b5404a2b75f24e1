package org.onewindow.document;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the papers.
 *
 * @param publicAddress where applicants reach this installation; it is printed in every QR code
 * @param keyStore the PKCS #12 file with the seals' keys: one alias for each department, and {@code verification}
 * @param ownKeys whether missing keys are made here, with certificates that nobody vouches for: for the demo only
 * @param makes whether this node makes PDFs in the background
 * @param fonts the files of the typefaces, each the first that exists: a TrueType font, or a collection and the PostScript
 *     name of the font in it after a {@code #}
 */
@ConfigurationProperties("onewindow.documents")
record DocumentSettings(
        URI publicAddress,
        Path keyStore,
        String keyStorePassword,
        @DefaultValue("false") boolean ownKeys,
        @DefaultValue("true") boolean makes,
        Fonts fonts) {

    /**
     * @param song 宋体, for titles and text
     * @param kai 楷体, for what was filled in, and for characters that the first one lacks
     */
    record Fonts(List<String> song, List<String> kai) {}
}
