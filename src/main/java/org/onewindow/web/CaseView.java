package org.onewindow.web;

import java.util.List;
import java.util.Map;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page 办件 as one reader sees it, and what it says when something was refused. */
@Component
class CaseView {

    static final String STYLE = "/site/case.css";

    /** What the page says after something was done: by the action, as the engine calls it, and what is done on pages of ours. */
    private static final Map<String, String> DONE = Map.of(
            "stage_acceptance-return", "已退回综窗。窗口答复之前，本环节不能提交。",
            "stage_consultation", "已请会办。答复或者取消之前，不能作出决定。",
            "stage_special-procedure", "特别程序已经启动，时限自明日起暂停。《特别程序期限告知书》已经出具，请送达申请人。",
            "stage_extension", "已申请延期，等待本机关负责人批准。",
            "cancellation", "已取消会办。",
            "withdrawal", "已撤件。");

    private final CaseAccess access;
    private final CaseSheet sheet;
    private final CaseActions actions;
    private final Attachments attachments;

    CaseView(CaseAccess access, CaseSheet sheet, CaseActions actions, Attachments attachments) {
        this.access = access;
        this.sheet = sheet;
        this.actions = actions;
        this.attachments = attachments;
    }

    /** Back to the page, which says that it was done. */
    static ModelAndView done(CaseNumber caseNumber, String what) {
        return new ModelAndView("redirect:/cases/" + caseNumber + "?done=" + what);
    }

    /** @param done what was done just now; anything else is nothing */
    ModelAndView of(CaseFile file, Account account, String done) {
        var page = of(file, account);
        page.addObject("done", DONE.get(done));
        return page;
    }

    ModelAndView of(CaseFile file, Account account) {
        boolean works = access.worksOn(file, account);
        var page = new ModelAndView("case");
        page.addObject("stylesheet", STYLE);
        page.addObject("script", "/site/case.js");
        page.addObject("file", file);
        page.addObject("sheet", sheet.of(file, access.scope(account)));
        page.addObject("actions", actions.of(file, account));
        page.addObject("works", works);
        page.addObject("takes", access.isOwnStaffOf(file, account));
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
