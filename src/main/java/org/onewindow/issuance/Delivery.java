package org.onewindow.issuance;

import java.util.Optional;

/**
 * How a result goes to the applicant.
 *
 * @param code the pick-up code that the recipient gave
 * @param identityNumber the number on the recipient's document; compared, never stored
 * @param recipient who took it at the window
 * @param parcel where it was sent to; of a delivery by post
 */
public record Delivery(
        DeliveryManner manner,
        Optional<String> code,
        Optional<String> identityNumber,
        Optional<String> recipient,
        Optional<Parcel> parcel,
        String deliveredBy) {

    /**
     * What is handed to a carrier.
     *
     * @param addressee empty for whom and where the case file says
     * @param carrier 寄递企业
     * @param trackingNumber 运单号
     */
    public record Parcel(Optional<Addressee> addressee, String carrier, String trackingNumber) {}

    /** Whom a parcel goes to (收件人). */
    public record Addressee(String name, String phone, String address) {}
}
