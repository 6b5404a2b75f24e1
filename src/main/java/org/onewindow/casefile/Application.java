package org.onewindow.casefile;

import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.ServiceItem;

/**
 * What an applicant hands in (申请).
 *
 * @param district where the matter is handled (所在街镇)
 * @param situation the answers to the item's own questions (办理情形)
 * @param channel where it came in: {@code window} or {@code online}
 * @param window the window class that takes it
 * @param receivedBy the account that takes it in
 */
public record Application(
        ServiceItem item,
        long publication,
        Applicant applicant,
        Optional<Agent> agent,
        String district,
        List<SituationAnswer> situation,
        String channel,
        String window,
        String receivedBy) {

    /**
     * @param number 公民身份号码 or 统一社会信用代码
     * @param legalRepresentative 法定代表人（负责人）, of an organisation
     */
    public record Applicant(
            ServiceItem.ApplicantType type,
            String name,
            String number,
            Optional<String> legalRepresentative,
            String contactName,
            String phone,
            Optional<String> address) {}

    /** Who acts for the applicant (代办人). */
    public record Agent(String name, String number, String phone) {}

    /** @param text the answer as the form shows it */
    public record SituationAnswer(String key, String label, Object value, String text) {}
}
