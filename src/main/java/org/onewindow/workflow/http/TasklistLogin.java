package org.onewindow.workflow.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who logged in to Tasklist is logged in to the pages that Tasklist links to. Reads the web applications' session, never
 * makes or changes one; the groups are those of now, not those of the login.
 */
@Component
class TasklistLogin implements SecurityContextRepository {

    private final StaffAccounts accounts;

    TasklistLogin(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    private static Optional<String> user(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map(logins -> logins.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
                .map(Authentication::getIdentityId);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return user(request).isPresent();
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        user(holder.getRequest())
                .flatMap(accounts::find)
                .ifPresent(account -> context.setAuthentication(token(account)));
        return context;
    }

    private static UsernamePasswordAuthenticationToken token(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(account, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Logging in and out is Tasklist's business.
    }
}
