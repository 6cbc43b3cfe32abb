// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profile.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLineEdit;

namespace cbpm {

/// The fields of a profile, each a line; an empty one shows the default.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    Profile profile() const;
    void setReadOnly(bool readOnly);

signals:
    void edited();

private:
    struct Line
    {
        QString Profile::*field;
        QLineEdit *edit;
    };

    QLineEdit *add(const QString &label, const QString &name, QString Profile::*field, const QString &usual);
    void chooseTable();

    QFormLayout *m_layout = nullptr;
    std::vector<Line> m_lines;
};

} // namespace cbpm
