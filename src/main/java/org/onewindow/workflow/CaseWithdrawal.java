package org.onewindow.workflow;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.AcceptanceReturns.Answer;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.Consultations.Outcome;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.Withdrawals;
import org.onewindow.casefile.Withdrawals.Paper;
import org.onewindow.deadline.Extensions;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.clock.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a case that its applicant takes back (撤件): file, clocks and engine in one transaction, and everything beside the case with
 * it. No model of an item has to know of it.
 */
@Service
public class CaseWithdrawal {

    private static final String REASON = "申请人撤件";

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Withdrawals withdrawals;
    private final Attachments attachments;
    private final Extensions extensions;
    private final AcceptanceReturns returns;
    private final Consultations consultations;

    CaseWithdrawal(
            JdbcClient jdbc,
            RuntimeService runtime,
            IdentityService identity,
            Withdrawals withdrawals,
            Attachments attachments,
            Extensions extensions,
            AcceptanceReturns returns,
            Consultations consultations) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.identity = identity;
        this.withdrawals = withdrawals;
        this.attachments = attachments;
        this.extensions = extensions;
        this.returns = returns;
        this.consultations = consultations;
    }

    /** Whether somebody may withdraw a case as it stands. */
    public boolean isOpenTo(CaseFile file, Account account) {
        return !file.state().isFinal() && file.state() != CaseState.READY && isHandledBy(file, account);
    }

    /** Those who take a withdrawal in: the case's window, and whoever has its step in hand. */
    public boolean isHandledBy(CaseFile file, Account account) {
        return account.isIn(file.window()) || hasInHand(file.caseNumber(), account);
    }

    private boolean hasInHand(CaseNumber caseNumber, Account account) {
        return jdbc.sql("""
                        select exists (select from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                                join act_ru_execution i on i.id_ = e.root_proc_inst_id_
                                join act_re_procdef d on d.id_ = i.proc_def_id_
                            where e.business_key_ = :case and t.assignee_ = :account and d.key_ like 'item\\_%')""")
                .param("case", caseNumber.value())
                .param("account", account.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Everything but the paper.
     *
     * @return the reason as it goes on record
     * @throws RefusedInput if the case is decided or closed, or not the account's, or the reason is none
     */
    public String check(CaseFile file, String reason, Account account) {
        if (!isHandledBy(file, account)) {
            throw new RefusedInput("撤件由本办件的受理窗口或者正在办理的人员办理");
        }
        withdrawals.check(file.state());
        return withdrawals.checkReason(reason);
    }

    /**
     * Withdraws a case.
     *
     * @param attachment the applicant's signed paper, an attachment of this case
     * @throws RefusedInput if it is not, or the case is decided or closed, or not the account's
     */
    @Transactional
    public void withdraw(CaseFile file, long attachment, String reason, Account account) {
        var why = check(file, reason, account);
        var caseNumber = file.caseNumber();
        var paper = attachments
                .find(caseNumber, attachment)
                .filter(found -> found.removal().isEmpty())
                .orElseThrow(() -> new RefusedInput("attachment", "请选择或者上传申请人签字、盖章的撤件申请"));
        withdrawals.withdraw(caseNumber, new Paper(paper.id(), paper.name()), why, account.id());
        endBeside(caseNumber, account.id());
        endInstances(caseNumber);
    }

    private void endBeside(CaseNumber caseNumber, String actor) {
        extensions.discard(caseNumber);
        returns.answer(caseNumber, Answer.WITHDRAWN, REASON, actor);
        consultations
                .open(caseNumber)
                .forEach(asked -> consultations.end(asked.id(), Outcome.WITHDRAWN, REASON, actor));
    }

    /** A head answers for an overrun even so (超期督办). */
    private void endInstances(CaseNumber caseNumber) {
        identity.clearAuthentication();
        try {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .rootProcessInstances()
                    .processDefinitionKeyNotIn(Measures.OVERRUN)
                    .list()
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), REASON, true, true));
        } catch (OptimisticLockingException overtaken) {
            throw new RefusedInput("办件刚刚由他人办理，请刷新页面后重新办理撤件");
        }
    }
}
