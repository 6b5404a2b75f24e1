package org.onewindow.web;

import java.util.List;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page 办件 as one reader sees it, and what it says when something was refused. */
@Component
class CaseView {

    private final CaseAccess access;
    private final CaseSheet sheet;
    private final Attachments attachments;

    CaseView(CaseAccess access, CaseSheet sheet, Attachments attachments) {
        this.access = access;
        this.sheet = sheet;
        this.attachments = attachments;
    }

    ModelAndView of(CaseFile file, Account account) {
        boolean works = access.worksOn(file, account);
        var page = new ModelAndView("case");
        page.addObject("stylesheet", "/site/case.css");
        page.addObject("script", "/site/case.js");
        page.addObject("file", file);
        page.addObject("sheet", sheet.of(file, access.scope(account)));
        page.addObject("works", works);
        page.addObject("changeable", works && !file.state().isFinal());
        page.addObject("limits", attachments.limits());
        page.addObject("revealed", List.of());
        return page;
    }

    /** @param messages why files were not added or removed */
    ModelAndView refusedFiles(CaseFile file, Account account, HttpStatus status, List<String> messages) {
        var page = of(file, account);
        page.addObject("refusedFiles", messages);
        page.setStatus(status);
        return page;
    }
}
