package org.onewindow.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail (电子邮件), once {@code spring.mail.host} is set. */
@Component
class MailChannel implements Channel {

    private final Optional<JavaMailSender> server;
    private final Organization organization;
    private final StaffAddresses staff;
    private final String from;

    MailChannel(
            ObjectProvider<JavaMailSender> server,
            Organization organization,
            StaffAddresses staff,
            MessageSettings settings) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.organization = organization;
        this.staff = staff;
        this.from = settings.from().strip();
        if (this.server.isPresent() && from.isEmpty()) {
            throw new IllegalStateException("已设置 spring.mail.host，还须设置发件人地址 onewindow.messages.from");
        }
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean isOn() {
        return server.isPresent();
    }

    @Override
    public void deliver(Outgoing message) {
        var addresses = addresses(message.addressee());
        if (addresses.isEmpty()) {
            throw Undeliverable.asItIs("收件人没有登记电子邮箱：工作人员的在用户资料里，部门的在 organization.yaml 里");
        }
        try {
            send(message, addresses);
        } catch (MailException | MessagingException refused) {
            throw Undeliverable.forNow(problem(refused), refused);
        }
    }

    private static String problem(Exception refused) {
        if (refused instanceof MailAuthenticationException) {
            return "邮件服务器不接受设置的账号和口令";
        }
        if (refused.getCause() instanceof MessagingException unreachable
                && unreachable.getCause() instanceof IOException) {
            return "连接不上邮件服务器";
        }
        return "邮件服务器没有收下：" + refused.getMessage();
    }

    private void send(Outgoing message, List<String> addresses) throws MessagingException {
        var mail = server.orElseThrow().createMimeMessage();
        var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(addresses.toArray(String[]::new));
        helper.setSubject(message.subject());
        helper.setText(message.body(), message.html());
        mail.setHeader("X-Onewindow-Message", message.key().toString());
        mail.setHeader("Auto-Submitted", "auto-generated"); // no absence notes in return (RFC 3834)
        server.orElseThrow().send(mail);
    }

    private List<String> addresses(Addressee addressee) {
        var department = organization.department(addressee.id());
        return switch (addressee.type()) {
            case PERSON -> staff.of(addressee.id()).stream().toList();
            case HEADS -> department.map(this::heads).orElse(List.of());
            case DEPARTMENT -> department.flatMap(Department::email).stream().toList();
        };
    }

    /** Heads without addresses of their own are reached through their department's. */
    private List<String> heads(Department department) {
        var own = staff.ofGroup(department.heads());
        return own.isEmpty() ? department.email().stream().toList() : own;
    }
}
