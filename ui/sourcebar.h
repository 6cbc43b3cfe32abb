// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/fixbutton.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace cbpm {

/// Where the data come from: recent sources, profiles, services of libpq, archives, the demo.
class SourceBar : public QWidget
{
    Q_OBJECT

public:
    explicit SourceBar(QWidget *parent = nullptr);

    QString source() const;
    void setSource(const QString &source);
    void setRecent(const QStringList &sources);
    void setProfiles(const QStringList &names);
    QStringList recent() const { return m_recent; }

    /// Asks for a file, and opens it.
    void chooseArchive();

    /// What the last look at the source said.
    void showAnswer(const QString &text, bool failed, cbpm::Fix fix = Fix::None);

signals:
    void openWanted(const QString &source);
    void testWanted(const QString &source);
    void fixWanted(cbpm::Fix fix);

private:
    void remember(const QString &source);

    QComboBox *m_source = nullptr;
    QPushButton *m_test = nullptr;
    FixButton *m_fix = nullptr;
    QLabel *m_answer = nullptr;
    QStringList m_recent;
    QStringList m_profiles;
};

} // namespace cbpm
