package org.onewindow.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.AuthorizationLetter;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** Who may seal what (用印): a department for itself, a window for it by letter (授权委托书), the bureau its own papers. */
@Component
class Seals {

    private final Organization organization;
    private final Officials officials;
    private final Clock clock;

    Seals(Organization organization, Officials officials, Clock clock) {
        this.organization = organization;
        this.officials = officials;
        this.clock = clock;
    }

    /**
     * The letter on the strength of which an actor's window seals a paper; empty where none is needed.
     *
     * @throws RefusedInput if one is needed and none is in force today
     */
    Optional<String> letter(DocumentKind kind, CaseFile file, String actor) {
        if (kind.scope().isEmpty() || !officials.actsAt(file.window(), actor)) {
            return Optional.empty();
        }
        var letter = organization.letter(
                file.window(),
                file.itemCode(),
                LocalDate.now(clock),
                kind.scope().get());
        return Optional.of(letter.map(AuthorizationLetter::number)
                .orElseThrow(() ->
                        new RefusedInput("授权委托书今天不允许窗口在“" + kind.label() + "”上加盖部门印章，不能出具。请联系责任部门续签授权委托书，或者由部门办理")));
    }
}
