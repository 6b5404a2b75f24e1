package org.onewindow.document;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** The keys of the seals (电子印章): one RSA key for each department, and an Ed25519 key for what QR codes carry. */
@Component
class SealKeys {

    /** Signs what QR codes carry. */
    static final String VERIFICATION = "verification";

    private static final int RSA_BITS = 2048;

    private final Path file;
    private final char[] password;
    private final Organization organization;
    private final KeyStore store;

    /** @throws UnusableSealKeys if the file cannot be opened, or a key is missing and may not be made here */
    SealKeys(DocumentSettings settings, Organization organization) {
        this.file = settings.keyStore();
        this.password = settings.keyStorePassword().toCharArray();
        this.organization = organization;
        this.store = open();
        if (!settings.ownKeys()) {
            refuseMissing();
        }
    }

    /** The key and certificates of a department's seal, or of {@link #VERIFICATION}. */
    synchronized PrivateKeyEntry entry(String alias) {
        try {
            if (!store.containsAlias(alias)) {
                make(alias);
            }
            return (PrivateKeyEntry) store.getEntry(alias, new PasswordProtection(password));
        } catch (GeneralSecurityException | IOException e) {
            throw new CannotBeMade("印章密钥“" + alias + "”不能使用，请核对密钥库 " + file + " 及其口令", e);
        }
    }

    private KeyStore open() {
        try {
            var opened = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var content = Files.newInputStream(file)) {
                    opened.load(content, password);
                }
            } else {
                opened.load(null, password);
            }
            return opened;
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableSealKeys("印章密钥库 " + file + " 不能打开。", "请核对文件和口令。", e);
        }
    }

    private void refuseMissing() {
        var missing = Stream.concat(organization.departments().stream().map(Department::id), Stream.of(VERIFICATION))
                .filter(alias -> !contains(alias))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableSealKeys(
                    "印章密钥库 " + file + " 中缺少以下别名的密钥和证书：" + String.join("、", missing) + "。",
                    "请用 keytool -importkeystore 逐个补齐后重新启动：部门的别名是机构名录中的 id，" + VERIFICATION + " 是签二维码的 Ed25519 密钥。",
                    null);
        }
    }

    private boolean contains(String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make(String alias) throws GeneralSecurityException, IOException {
        boolean ofSeal = !alias.equals(VERIFICATION);
        var generator = KeyPairGenerator.getInstance(ofSeal ? "RSA" : "Ed25519");
        if (ofSeal) {
            generator.initialize(RSA_BITS);
        }
        var pair = generator.generateKeyPair();
        var name = new X500NameBuilder()
                .addRDN(BCStyle.C, "CN")
                .addRDN(
                        BCStyle.O,
                        organization.department(alias).map(Department::name).orElse("一窗"))
                .addRDN(BCStyle.CN, ofSeal ? "演示电子印章" : "演示验证密钥")
                .build();
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(Long.SIZE, new SecureRandom()),
                            yearsFromNow(-10),
                            yearsFromNow(30),
                            name,
                            pair.getPublic())
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder(ofSeal ? "SHA256withRSA" : "Ed25519").build(pair.getPrivate()));
            store.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {
                new JcaX509CertificateConverter().getCertificate(certificate)
            });
        } catch (OperatorCreationException | CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        save();
    }

    private static Date yearsFromNow(int years) {
        return Date.from(
                LocalDate.now(ZoneOffset.UTC).plusYears(years).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void save() throws GeneralSecurityException, IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = Files.createTempFile(folder, "keys", ".p12");
        try (var out = Files.newOutputStream(beside)) {
            store.store(out, password);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
