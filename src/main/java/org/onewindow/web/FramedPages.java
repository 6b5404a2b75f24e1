package org.onewindow.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** A page within a workplace's frame leaves out the masthead. The browser says where it will show a page (Fetch Metadata). */
@ControllerAdvice
class FramedPages {

    @ModelAttribute("framed")
    boolean isFramed(@RequestHeader(name = "Sec-Fetch-Dest", defaultValue = "document") String destination) {
        return destination.equals("iframe");
    }
}
