package org.onewindow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.onewindow.casefile.RefusedInput;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page what figures cannot be told, and why. */
@ControllerAdvice(assignableTypes = {SupervisionPage.class, SupervisionExport.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class SupervisionRefusals {

    @ExceptionHandler
    ModelAndView refuse(RefusedInput refused, HttpServletRequest request) {
        var page = new ModelAndView("supervision-refused", HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("stylesheet", SupervisionPage.STYLE);
        page.addObject("violations", refused.violations());
        page.addObject("framed", "iframe".equals(request.getHeader("Sec-Fetch-Dest")));
        return page;
    }
}
