package org.onewindow.notification;

/** A way out of the house (发送渠道). */
interface Channel {

    String name();

    /** Whether it has been set up. */
    boolean isOn();

    /**
     * Returns once the other side has taken the message.
     *
     * @throws Undeliverable if it has not, with what an administrator should know
     */
    void deliver(Outgoing message);
}
