package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.beans.factory.annotation.Autowired;

/** What lies in a drawer overnight says nothing by which a person is found or a paper is fetched. */
@HallTest
class DraftsKeepNoNumbersTest {

    private static final Path FORMS = Path.of("forms", "tasks");
    /** Whose labels say that a person's number is typed there. */
    private static final String NUMBERS = "证件号|身份号|信用代码|电话|手机|取件码|账号|银行卡";

    @Autowired
    private Hall hall;

    @Autowired
    private TaskDesk desk;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Tables tables;

    private Account issuer;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        issuer = accounts.find("wangfang").orElseThrow();
    }

    @Test
    void theNumberOfTheIdentityCardIsNotKeptAndTheRestIs() {
        var permit = new PermitWay(hall).readyForIssuance();
        var task = hall.as("wangfang").find(permit, "task_issueResult").getId();
        assertThat(desk.keep(task, """
                        {"manner": "pickup", "verifiedBy": "identity", "recipientName": "司徒远",
                         "identityNumber": "150203196605044321", "pickupCode": "QX7PLM2K", "postPhone": "13947255667"}""", issuer)).isTrue();
        assertThat(tables.holding("task\\_%", "司徒远")).containsExactly("task_draft.content");
        for (var number : Set.of("150203196605044321", "QX7PLM2K", "13947255667")) {
            assertThat(tables.holding("task\\_%", number)).isEmpty();
        }
        assertThat(desk.draft(task, issuer).orElseThrow().content()).contains("司徒远");
    }

    /** A form that asks for another number has to say so to the desk. */
    @Test
    void everyFieldThatAsksForANumberOfAPersonIsKnown() throws IOException {
        var asked = new HashSet<String>();
        try (var forms = Files.list(FORMS)) {
            for (var form :
                    forms.filter(file -> !file.endsWith("application.form")).collect(Collectors.toSet())) {
                numbers(new ObjectMapper().readTree(form.toFile()), asked);
            }
        }
        assertThat(asked).isEqualTo(TaskDesk.UNKEPT);
    }

    private static void numbers(JsonNode node, Set<String> found) {
        if (node.path("type").asText().equals("textfield")
                && node.path("label").asText().matches(".*(" + NUMBERS + ").*")) {
            found.add(node.path("key").asText());
        }
        node.forEach(child -> numbers(child, found));
    }
}
