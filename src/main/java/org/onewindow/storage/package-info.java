/**
 * The file store (文件库): files by the hash of their content, in a folder or in S3. Whose a file is, the modules that refer to
 * it know; what nobody refers to any more is swept out.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "文件库",
        allowedDependencies = {})
package org.onewindow.storage;
