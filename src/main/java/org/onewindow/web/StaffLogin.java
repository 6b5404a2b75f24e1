package org.onewindow.web;

import org.onewindow.workflow.StaffAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Logs staff and partner clients in with the accounts of Tasklist. */
@Component
class StaffLogin implements AuthenticationProvider {

    private final StaffAccounts accounts;

    StaffLogin(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        var account = accounts.authenticate(login.getName(), String.valueOf(login.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("unknown account, wrong password, or locked"));
        return UsernamePasswordAuthenticationToken.authenticated(account, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
