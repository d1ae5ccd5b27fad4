namespace UserOps.Data.Privacy;

/// <summary>What kind of personal data a column or a value holds.</summary>
public enum PersonalData
{
    /// <summary>None was recognised.</summary>
    None,
    /// <summary>Telephone numbers 手机号.</summary>
    Phone,
    /// <summary>Identity-card numbers 身份证号.</summary>
    NationalId,
    /// <summary>E-mail addresses 邮箱.</summary>
    Email,
    /// <summary>Names of persons 姓名.</summary>
    PersonName,
    /// <summary>Postal addresses 地址.</summary>
    Address,
    /// <summary>Longer text in which some values mention a telephone number, an identity-card number or an e-mail address.</summary>
    InText,
}

/// <summary>Whether personal data may be seen.</summary>
public enum PersonalDataRule
{
    /// <summary>Personal columns are masked as soon as they are opened, and ids that are themselves personal are masked where they are shown.</summary>
    Mask,
    /// <summary>Personal data stay as they stand in the export.</summary>
    Show,
}
