package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.PublishedItems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Blank forms and samples (空白表格、示例样表), for everybody: those that the page in force names. */
@Controller
class ItemDocuments {

    private static final String DOCUMENT = ItemPages.GUIDE + "/files/{name}";

    /** Those of domestic office programs; the others are known to the framework. */
    private static final Map<String, String> DOMESTIC =
            Map.of("wps", "application/wps-office.wps", "et", "application/wps-office.et", "ofd", "application/ofd");

    private final Catalog catalog;
    private final PublishedItems items;

    ItemDocuments(Catalog catalog, PublishedItems items) {
        this.catalog = catalog;
        this.items = items;
    }

    /** Where a file of an item is had. */
    static String link(String code, String name) {
        return UriComponentsBuilder.fromPath(DOCUMENT)
                .encode()
                .buildAndExpand(code, name)
                .toUriString();
    }

    @GetMapping(DOCUMENT)
    ResponseEntity<byte[]> read(@PathVariable String code, @PathVariable String name, HttpServletResponse response) {
        var content = catalog.entry(code)
                .filter(entry -> entry.item().materials().stream()
                        .anyMatch(material -> material.documents().contains(name)))
                .flatMap(entry -> items.document(entry.publication(), name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return FileAnswer.named(ContentDisposition.attachment(), name, type(name), response)
                .body(content);
    }

    private static MediaType type(String name) {
        var ending = StringUtils.getFilenameExtension(name).toLowerCase();
        return DOMESTIC.containsKey(ending)
                ? MediaType.parseMediaType(DOMESTIC.get(ending))
                : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
