// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// In place of the one that was installed for the same texts before.
void install(const QString &texts, const QString &language, const QString &folder)
{
    delete QCoreApplication::instance()->findChild<QTranslator *>(texts);
    auto *const translator = new QTranslator{QCoreApplication::instance()};
    translator->setObjectName(texts);
    if (translator->load(texts + u'_' + language, folder))
        QCoreApplication::installTranslator(translator);
}

/// That of the session where it is one of the same language: de_CH writes other numbers than de_DE.
QLocale localeFor(const QString &language)
{
    const QLocale session = QLocale::system();
    return session.name().startsWith(language) ? session : QLocale{language};
}

} // namespace

const QStringList &languages()
{
    static const QStringList all{u"en"_s, u"de"_s, u"fr"_s};
    return all;
}

QString languageName(const QString &language)
{
    const QString name = QLocale{language}.nativeLanguageName();
    return language == "en"_L1 ? u"English"_s : name.left(1).toUpper() + name.mid(1);
}

QString currentLanguage()
{
    const QString language = QLocale{}.name().left(2);
    return languages().contains(language) ? language : u"en"_s;
}

QString sessionLanguage()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        if (const QString language = wanted.left(2); languages().contains(language))
            return language;
    }
    return u"en"_s;
}

void useLanguage(const QString &language)
{
    QLocale::setDefault(localeFor(language));
    install(u"qtbase"_s, language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"cbpm3-monitor"_s, language, u":/translations"_s);
}

} // namespace cbpm
